declare const opaque: unique symbol;

/**
 * What names a server or a snapshot. Above this folder nobody looks into it: ids are read, ordered and written to the
 * wire here, and two of them are the same when they are equal.
 */
export type Id = string & { readonly [opaque]: 'id' };

/** Undefined for what is no id. The API gives integers; as text they may come too. */
export function readId(json: unknown): Id | undefined {
  const text = typeof json === 'number' ? String(json) : json;
  if (typeof text !== 'string' || !/^0*[1-9]\d*$/.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? (String(number) as Id) : undefined;
}

/** As the API wants it in JSON. */
export function onWire(id: Id): number {
  return Number(id);
}

/** For sorting, lower ids first: they ascend with time. */
export function ascending(one: Id, other: Id): number {
  return Number(one) - Number(other);
}

/** The same, for what has an id. */
export function byId(one: { id: Id }, other: { id: Id }): number {
  return ascending(one.id, other.id);
}
