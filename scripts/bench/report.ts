/** One line of the bench's table. */
export interface Measurement {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  readonly goal?: { readonly atMost: number } | { readonly atLeast: number };
  /** The figures of the single rounds, of which `figure` is the median. */
  readonly rounds?: readonly number[];
  /** What else is worth knowing: queries, bytes. */
  readonly note?: string;
}

/** Measurements that belong together. */
export interface Section {
  readonly title: string;
  readonly measurements: readonly Measurement[];
}

export function isMet({ figure, goal }: Measurement): boolean {
  if (goal === undefined) return true;
  return 'atMost' in goal ? figure <= goal.atMost : figure >= goal.atLeast;
}

/** A section as a table of text. */
export function table({ title, measurements }: Section): string {
  const lines = measurements.map((measurement) => [
    measurement.name,
    measurement.figure.toLocaleString('en-US', { maximumSignificantDigits: 3 }),
    measurement.unit,
    goalWords(measurement),
    measurement.note ?? '',
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const padded = lines.map((line) =>
    line
      .map((text, column) =>
        column === 1 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  return [`\n${title}`, ...padded.map((line) => `  ${line}`)].join('\n');
}

function goalWords(measurement: Measurement): string {
  const { goal } = measurement;
  if (goal === undefined) return '';
  const wanted = 'atMost' in goal ? `goal ≤ ${goal.atMost}` : `goal ≥ ${goal.atLeast}`;
  return `${wanted}: ${isMet(measurement) ? 'met' : 'MISSED'}`;
}
