/**
 * JSON in which integers of any length keep their digits: one that a number cannot hold is read as text, and written as
 * it is. (https://tc39.es/proposal-json-parse-with-source/, from Node 22; before, long integers lose their last digits.)
 */
const json = JSON as unknown as {
  parse(
    text: string,
    reviver: (key: string, value: unknown, context?: { source?: string }) => unknown,
  ): unknown;
  rawJSON?(text: string): unknown;
};

export function parseJson(text: string): unknown {
  return json.parse(text, (_key, value, context) => {
    const isLong = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
    return isLong && /^\d+$/.test(context?.source ?? '') ? context?.source : value;
  });
}

/** An integer, given as text, for `JSON.stringify`. */
export function exactInteger(digits: string): unknown {
  return json.rawJSON?.(digits) ?? Number(digits);
}
