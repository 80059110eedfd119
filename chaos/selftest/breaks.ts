/** A line of `src/` that keeps a safety rule, and what it says when it does not. */
export interface Break {
  /** By the decisions' numbers. */
  rule: number;
  /** What no longer holds. */
  what: string;
  file: string;
  line: string;
  broken: string;
}

export const breaks: readonly Break[] = [
  {
    rule: 1,
    what: 'every mark counts as this repository’s',
    file: 'src/rules/ownership.ts',
    line: '  return mark !== null && sameRepository(mark, origin);',
    broken: '  return mark !== null;',
  },
  {
    rule: 2,
    what: 'a request whose answer was lost is looked for only a moment',
    file: 'src/operations/unclear-request.ts',
    line: '      windowIn(pace, isRefusal ? lateWindowMs : settlingMs),',
    broken: '      0,',
  },
  {
    rule: 3,
    what: 'requests that change something are repeated like looks',
    file: 'src/vps/http.ts',
    line: "        if (call.method === 'POST' || !error.passing) throw error;",
    broken: '        if (!error.passing) throw error;',
  },
  {
    rule: 4,
    what: 'no deploy counts as newer',
    file: 'src/rules/newer-deploys.ts',
    line: '  return made >= than;',
    broken: '  return false;',
  },
  {
    rule: 5,
    what: 'a run that goes on counts as over',
    file: 'src/rules/liveness.ts',
    line: "  if (run.is === 'over') return undefined;",
    broken: "  if (run.is !== 'unknown') return undefined;",
  },
  {
    rule: 6,
    what: 'looks go beyond the deadline',
    file: 'src/waiting/poller.ts',
    line: '    const lookAt = next < deadline ? next : last;',
    broken: '    const lookAt = next;',
  },
  {
    rule: 7,
    what: 'nothing is taken out of a text',
    file: 'src/text/text.ts',
    line: "  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);",
    broken: '  return (text) => (forms.length > 0 ? text : text);',
  },
  {
    rule: 9,
    what: 'a list that is short of its count counts as whole',
    file: 'src/vps/list.ts',
    line: '      if (items.length >= of && !vanished) return items;',
    broken: '      if (items.length <= of || !vanished) return items;',
  },
  {
    rule: 11,
    what: 'a create is asked for in one way only',
    file: 'src/vps/create-snapshot.ts',
    line: '      if (way === this.#way || !this.#isNotOffered(error, order.serverId)) throw error;',
    broken: '      if (order.serverId) throw error;',
  },
  {
    rule: 12,
    what: 'the post step starts nothing',
    file: 'src/modes/guard/start-stopped.ts',
    line: '  if (standing.length === 0) return [];',
    broken: '  if (standing.length >= 0) return [];',
  },
];

/** @throws {Error} when the line does not stand there exactly once */
export function brokenSource(source: string, { file, line, broken }: Break): string {
  const [before, after, ...more] = source.split(`${line}\n`);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${file} does not have exactly one line "${line.trim()}"`);
  return `${before}${broken}\n${after}`;
}
