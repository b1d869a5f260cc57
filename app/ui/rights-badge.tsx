/** Rights type of a license. */
export function RightsBadge({ rightsType }: { rightsType: string }) {
  return <span className="rights-badge">{rightsType}</span>;
}
