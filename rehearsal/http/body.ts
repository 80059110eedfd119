/** What was sent: parsed if it is JSON, else the text. */
export function parsed(body: string): unknown {
  if (body === '') return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** The members of the JSON object that was sent; none if it was something else. */
export function fieldsOf(body: string): Record<string, unknown> {
  const value = parsed(body);
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
