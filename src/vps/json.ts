/**
 * JSON in which integers of any length keep their digits: a number that JavaScript cannot hold is read as text, and such
 * an integer is written as it is. (https://tc39.es/proposal-json-parse-with-source/, from Node 22; before, long integers lose their last digits.)
 */
const json = JSON as unknown as {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context?: { source?: string }) => unknown,
  ): unknown;
  rawJSON?(text: string): unknown;
};

/** Only such digits or such an exponent make a number that is not held; most texts have none, and are parsed much faster. */
const suspect = /\d{16}|\de\+?\d{3}/i;

export function parseJson(text: string): unknown {
  if (!suspect.test(text)) return JSON.parse(text);
  return json.parse(text, (_key, value, context) => {
    const source = context?.source ?? '';
    const isHeld = Number.isSafeInteger(value) || (Number.isFinite(value) && !/^\d+$/.test(source));
    return typeof value !== 'number' || isHeld ? value : source || value;
  });
}

/** An integer, given as text, for `JSON.stringify`. */
export function exactInteger(digits: string): unknown {
  return json.rawJSON?.(digits) ?? Number(digits);
}
