type Leg = Record<string, unknown>;

/**
 * The legs of `strategy.matrix`: every combination, without those that match an `exclude`; an `include` extends the
 * combinations of which it changes no value, and is a leg of its own where there is none.
 */
export function legsOf({ include, exclude, ...axes }: Leg): Leg[] {
  const combinations = Object.entries(axes)
    .reduce<Leg[]>(
      (legs, [name, values]) =>
        legs.flatMap((leg) => listOf(values).map((value) => ({ ...leg, [name]: value }))),
      [{}],
    )
    .filter((leg) => !listOf(exclude).some((without) => matches(leg, without as Leg)))
    .filter((leg) => Object.keys(leg).length > 0);
  const originals = combinations.map((leg) => ({ ...leg }));
  for (const extra of listOf(include) as Leg[]) {
    const fitting = originals.flatMap((original, index) => (agrees(original, extra) ? [index] : []));
    if (fitting.length === 0) combinations.push({ ...extra });
    for (const index of fitting) Object.assign(combinations[index] ?? {}, extra);
  }
  return combinations;
}

/** What GitHub writes behind the name of a job to tell its legs apart. */
export function legName(job: string, leg: Leg | undefined): string {
  return leg ? `${job} (${Object.values(leg).join(', ')})` : job;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function matches(leg: Leg, wanted: Leg): boolean {
  return Object.entries(wanted).every(([name, value]) => leg[name] === value);
}

function agrees(original: Leg, extra: Leg): boolean {
  return Object.entries(extra).every(([name, value]) => !(name in original) || original[name] === value);
}
