import type { ApiCall } from './call.ts';
import { readId } from './ids.ts';
import { digitsOf } from './sent.ts';
import type { Settings } from './settings.ts';

export interface NewSnapshot {
  /** The number of the server; `NaN` when nothing can have the id that was sent. */
  server: number;
  name: string;
  description: string;
}

/** What is wrong with each field of a request. */
export interface Wrong {
  wrong: Record<string, string>;
}

type Fields = Record<string, unknown>;

const required = 'This field is required.';
const noName = 'Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.';

/** A request to `POST /snapshots/`. */
export function readNewSnapshot(call: ApiCall, fields: Fields): NewSnapshot | Wrong {
  const { server_id, name, description = '', ...others } = fields;
  const { settings } = call;
  const server = serverIn(call, server_id);
  const faults = {
    ...(typeof server === 'string' && { server_id: server }),
    ...faultOf('name', nameFault(name)),
    ...faultOf('description', textFault(settings, description)),
    ...(settings.manners === 'documented' && unknownIn(others)),
  };
  if (Object.keys(faults).length > 0) return { wrong: faults };
  return { server: Number(server), name: String(name), description: kept(settings, String(description)) };
}

/** A request to `POST /servers/{id}/snapshot/`, whose label is left to the API when there is none. */
export function readLabel(call: ApiCall, fields: Fields): { label: string | undefined } | Wrong {
  const { label, ...others } = fields;
  const { settings } = call;
  const faults = {
    ...(label !== undefined && faultOf('label', labelFault(settings, label))),
    ...(settings.manners === 'documented' && unknownIn(others)),
  };
  if (Object.keys(faults).length > 0) return { wrong: faults };
  return { label: typeof label === 'string' ? kept(settings, label) : undefined };
}

/** The server's number, or what is wrong with its id. */
function serverIn({ settings, body }: ApiCall, sent: unknown): number | string {
  if (sent === undefined) return required;
  const isText = typeof sent === 'string' && (settings.manners === 'framework' || !/^\d+$/.test(sent));
  const text = isText ? sent : typeof sent === 'number' ? digitsOf(body, 'server_id') : undefined;
  const noId = settings.form === 'client' ? 'Must be a valid UUID.' : 'A valid integer is required.';
  return (text === undefined ? undefined : readId(settings, text)) ?? noId;
}

function nameFault(name: unknown): string | undefined {
  if (name === undefined) return required;
  return typeof name === 'string' && /^[A-Za-z0-9_-]+$/.test(name) ? undefined : noName;
}

function labelFault(settings: Settings, label: unknown): string | undefined {
  return label === '' ? 'This field may not be blank.' : textFault(settings, label);
}

function textFault({ longestText, longerText, refusedText }: Settings, text: unknown): string | undefined {
  if (text === null) return 'This field may not be null.';
  if (typeof text !== 'string') return 'Not a valid string.';
  if (longerText === 'refuse' && [...text].length > longestText)
    return `Ensure this field has no more than ${longestText} characters.`;
  return refusedText && text.search(refusedText) >= 0 ? 'Enter a valid value.' : undefined;
}

function kept({ longestText }: Settings, text: string): string {
  return [...text].slice(0, longestText).join('');
}

function faultOf(field: string, fault: string | undefined): Record<string, string> {
  return fault === undefined ? {} : { [field]: fault };
}

function unknownIn(fields: Fields): Record<string, string> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, 'Unknown field.']));
}
