export type Fields = Record<string, unknown>;

type Reviver = (key: string, value: unknown, context: { source?: string }) => unknown;

/** `undefined` for what is no JSON. An integer keeps all its digits. */
export function parsed(text: string): unknown {
  const exact: Reviver = (_, value, { source }) => {
    const isInexact = typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value);
    return isInexact && source !== undefined && /^-?\d+$/.test(source) ? BigInt(source) : value;
  };
  try {
    const mayBeInexact = /\d{16}/.test(text);
    return JSON.parse(text, mayBeInexact ? (exact as (key: string, value: unknown) => unknown) : undefined);
  } catch {
    return undefined;
  }
}

/** The members of an object; none of anything else. */
export function fieldsOf(json: unknown): Fields {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : {};
}

export function isObject(json: unknown): boolean {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
