/** Zero-width characters and byte-order marks, which copying leaves at the ends, and white space. */
const invisible = String.raw`[\s\u200b-\u200f\u2060\ufeff]*`;
const wrapped = new RegExp(`^${invisible}(["'])?(.*?)\\1${invisible}$`, 's');

/** A value without what came along when it was copied: quotes around it, and what nobody sees. */
export function unwrapped(text: string): string {
  const [, quote, inner = text] = wrapped.exec(text) ?? [];
  return quote === undefined
    ? inner.replace(new RegExp(`^${invisible}|${invisible}$`, 'g'), '')
    : unwrapped(inner);
}
