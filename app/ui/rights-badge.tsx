/** Rights type of a license. */
export function RightsBadge({ rightsType }: { rightsType: string }) {
  return (
    <span className="shrink-0 rounded-bar border border-line-strong px-1 text-label text-ink-2">
      {rightsType}
    </span>
  );
}
