import { bytesOfAnswer } from '../limits.ts';

/** The body of an answer as text; undefined when it has more than so many bytes, and then the rest is not read. */
export async function wholeText(response: Response, mostBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Undefined when it is too long. What the API has accepted it has accepted, even if its words break off. */
export async function textOf(method: string, response: Response): Promise<string | undefined> {
  try {
    return await wholeText(response, bytesOfAnswer);
  } catch (error) {
    if (method !== 'POST' || !response.ok || /\bhtml\b/i.test(response.headers.get('content-type') ?? ''))
      throw error;
    return '';
  }
}
