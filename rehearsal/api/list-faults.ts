/** For a fault of the kind `echo`: a list that has only its first entries, and knows of no others. */
export function shortened(entries: number): (answer: unknown) => unknown {
  return (answer) => {
    if (Array.isArray(answer)) return answer.slice(0, entries);
    const page = answer as { results?: unknown[] };
    if (!Array.isArray(page?.results)) return answer;
    const results = page.results.slice(0, entries);
    return { ...page, count: results.length, ...('next' in page && { next: null }), results };
  };
}
