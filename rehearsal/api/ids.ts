import type { Settings } from './settings.ts';

type Manner = Pick<Settings, 'form' | 'idOffset'>;

/** The UUID of the server or snapshot that tests know by this number, which stands at its end. */
export function uuidOf(id: number): string {
  const scattered = (Math.imul(id, 0x9e3779b1) >>> 0).toString(16).padStart(8, '0');
  return `${scattered}-5eed-4afe-9abc-${String(id).padStart(12, '0')}`;
}

/** The ids that an object shows, as members of it. */
export function shownIds(settings: Manner, id: number): { id?: number | bigint; uuid?: string } {
  const { form } = settings;
  return {
    ...(form !== 'client' && { id: shownInteger(settings, id) }),
    ...(form !== 'documented' && { uuid: uuidOf(id) }),
  };
}

/** A `bigint` only where a number would not be exact. */
export function shownInteger({ idOffset }: Manner, id: number): number | bigint {
  const shown = idOffset + BigInt(id);
  return shown > Number.MAX_SAFE_INTEGER ? shown : Number(shown);
}

/** The shape of an id in a path; what has another one never reaches an endpoint. */
export function idPattern({ form }: Manner): string {
  const integer = '\\d+';
  const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
  return { documented: integer, client: uuid, both: `${integer}|${uuid}` }[form];
}

/** The number behind an id as it was sent; `undefined` when it is not of this form, `NaN` when nothing can have it. */
export function readId(settings: Manner, text: string): number | undefined {
  if (!new RegExp(`^(?:${idPattern(settings)})$`).test(text)) return undefined;
  if (/^\d+$/.test(text)) return Number(BigInt(text) - settings.idOffset);
  const id = Number(text.slice(-12));
  return uuidOf(id) === text ? id : Number.NaN;
}
