/** The rights type of a license, beside or among other facts of it. */
export function RightsBadge({ rightsType }: { rightsType: string }) {
  return (
    <span className="shrink-0 rounded-bar border border-line-strong px-1 text-label text-ink-2">
      {rightsType}
    </span>
  );
}
