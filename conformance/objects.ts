import { type Fields, fieldsOf } from './json.ts';

/** What servers and snapshots show, as the action reads it. */

export interface Ids {
  /** All its digits. */
  id?: string;
  /** In lower case. */
  uuid?: string;
}

const uuidShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is neither a positive integer nor a UUID in lower case is no id. */
export function idsOf(entry: Fields): Ids {
  const values = [entry.id, entry.uuid];
  const id = values.find((value) => isInteger(value));
  const uuid = values.find((value) => typeof value === 'string' && uuidShape.test(value));
  return { ...(id !== undefined && { id: String(id) }), ...(uuid !== undefined && { uuid: String(uuid) }) };
}

export function formOf({ id, uuid }: Ids): 'integers' | 'UUIDs' | 'integers and UUIDs' | 'no id' {
  if (id !== undefined) return uuid === undefined ? 'integers' : 'integers and UUIDs';
  return uuid === undefined ? 'no id' : 'UUIDs';
}

export function isSame(one: Ids, other: Ids): boolean {
  return (one.id !== undefined && one.id === other.id) || (one.uuid !== undefined && one.uuid === other.uuid);
}

/** For `/snapshots/…` and `server_id`: the integer where there is one. */
export function integerFirst({ id, uuid }: Ids): string {
  return id ?? uuid ?? '';
}

/** For `/servers/…/…`: the UUID where there is one. */
export function uuidFirst({ id, uuid }: Ids): string {
  return uuid ?? id ?? '';
}

export type OwnerShown = 'object' | 'integer' | 'UUID' | 'server_id' | 'server_uuid' | 'none';

/** How a snapshot shows its server, and the ids of that server. */
export function ownerOf(snapshot: Fields): { as: OwnerShown; ids: Ids } {
  const { server, server_id, server_uuid } = snapshot;
  const inObject = idsOf(fieldsOf(server));
  if (formOf(inObject) !== 'no id') return { as: 'object', ids: inObject };
  const plain = idsOf({ id: server });
  if (formOf(plain) !== 'no id') return { as: plain.id === undefined ? 'UUID' : 'integer', ids: plain };
  const inFields = idsOf({ id: server_id, uuid: server_uuid });
  if (formOf(inFields) === 'no id') return { as: 'none', ids: {} };
  return { as: server_id === undefined ? 'server_uuid' : 'server_id', ids: inFields };
}

/** Lower case; empty when there is none. */
export function wordOf(entry: Fields): string {
  return typeof entry.status === 'string' ? entry.status.toLowerCase() : '';
}

/** The fields of these that have a text in them. */
export function textsIn(entry: Fields, fields: readonly string[]): string[] {
  return fields.filter((field) => typeof entry[field] === 'string' && entry[field] !== '');
}

export const addressFields = ['ip_address', 'ipv4', 'ipv4_addresses', 'ipv6_addresses'] as const;

/** In each field that is known to show addresses: a text, or a list of texts. */
export function addressesOf(server: Fields): string[] {
  return addressFields
    .flatMap((field) => server[field])
    .filter((value) => typeof value === 'string')
    .flatMap((text) => text.split(/[\s,]+/))
    .filter((text) => text !== '');
}

function isInteger(value: unknown): boolean {
  const isText = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'string';
  return isText && /^[1-9]\d*$/.test(String(value));
}
