/** Zero-width characters and byte-order marks, which copying leaves at the ends, and white space. */
const invisible = /[\s\u200b-\u200f\u2060\ufeff]/;

/** A value without what came along when it was copied: quotes around it, and what nobody sees. */
export function unwrapped(text: string): string {
  let [start, end] = [0, text.length];
  const isBlank = (at: number) => invisible.test(text.charAt(at));
  for (; ; start++, end--) {
    while (isBlank(start)) start++;
    while (end > start && isBlank(end - 1)) end--;
    const quote = text.charAt(start);
    if (end - start < 2 || !/["']/.test(quote) || text.charAt(end - 1) !== quote)
      return text.slice(start, end);
  }
}
