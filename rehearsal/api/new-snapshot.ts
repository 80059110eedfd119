import { fieldsOf } from '../http/body.ts';

export interface NewSnapshot {
  /** The id of the server. */
  server: number;
  name: string;
  description: string;
}

/** The request for a snapshot, or the field that is wrong with it. Fields that are not documented are wrong. */
export function readNewSnapshot(body: string): NewSnapshot | { wrong: string } {
  const { server_id, name, description = '', ...others } = fieldsOf(body);
  if (typeof server_id !== 'number' || !Number.isSafeInteger(server_id)) return { wrong: 'server_id' };
  if (typeof name !== 'string' || !/^[A-Za-z0-9_-]+$/.test(name)) return { wrong: 'name' };
  if (typeof description !== 'string') return { wrong: 'description' };
  const [unknown] = Object.keys(others);
  return unknown === undefined ? { server: server_id, name, description } : { wrong: unknown };
}
