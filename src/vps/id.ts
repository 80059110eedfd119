declare const opaque: unique symbol;

/**
 * What names a server or a snapshot: a positive integer of any length, or a UUID. Above this folder nobody looks into
 * it: ids are read, ordered and written to the wire here, and two of them are the same when they are equal.
 */
export type Id = string & { readonly [opaque]: 'id' };

const digits = /^0*([1-9]\d*)$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Undefined for what is no id. Integers may come as numbers or as text; letter case in a UUID means nothing. */
export function readId(json: unknown): Id | undefined {
  if (typeof json === 'number')
    return Number.isSafeInteger(json) && json > 0 ? (String(json) as Id) : undefined;
  if (typeof json !== 'string') return undefined;
  const integer = digits.exec(json)?.[1];
  if (integer !== undefined) return integer as Id;
  const text = json.toLowerCase();
  return uuid.test(text) ? (text as Id) : undefined;
}

export function isInteger(id: Id): boolean {
  return digits.test(id);
}

/** As it stands in JSON for others to read: a number where that keeps every digit. */
export function asJson(id: Id): number | string {
  const number = isInteger(id) ? Number(id) : Number.NaN;
  return Number.isSafeInteger(number) ? number : id;
}

/** For sorting: integers ascend with time and come first, UUIDs have an order and no more. */
export function ascending(one: Id, other: Id): number {
  if (isInteger(one) && isInteger(other)) return one.length - other.length || order(one, other);
  return Number(isInteger(other)) - Number(isInteger(one)) || order(one, other);
}

/** The same, for what has an id. */
export function byId(one: { id: Id }, other: { id: Id }): number {
  return ascending(one.id, other.id);
}

function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
