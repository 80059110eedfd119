import { charactersOfErrorPage } from '../limits.ts';
import { oneLine } from '../text/text.ts';

/**
 * The API's own words from an error body, as one short line. The shape of error bodies is not documented: `detail`,
 * `message`, `error`, `{field: [texts]}` and a proxy's HTML page are all understood.
 */
export function wordsOf(body: string): string {
  const json = parsed(body);
  const words = json === undefined ? fromPage(body.slice(0, charactersOfErrorPage)) : fromJson(json);
  return oneLine(words, 200);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function fromJson(json: unknown): string {
  if (typeof json === 'string') return json;
  if (Array.isArray(json)) return json.map(fromJson).filter(Boolean).join(' ');
  if (typeof json !== 'object' || json === null) return '';
  const fields = json as Record<string, unknown>;
  for (const name of ['detail', 'message', 'error']) {
    const words = fromJson(fields[name]);
    if (words) return words;
  }
  return Object.entries(fields)
    .filter(([, value]) => Array.isArray(value))
    .map(([name, value]) => `${name}: ${fromJson(value)}`)
    .join('; ');
}

function fromPage(body: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1];
  return title ?? body.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
}
