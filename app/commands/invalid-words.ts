/**
 * What is said of a form that has wrong fields.
 *
 * @param fieldErrors a sentence for each field that is wrong, by its name, in order; '' stands for the form itself
 */
export function invalidWords(fieldErrors: Readonly<Record<string, string>>): string {
  const fields = Object.keys(fieldErrors).filter((field) => field !== '');
  const first = fieldErrors[fields[0] ?? ''] ?? 'Fill in the required fields.';
  return fields.length > 1 ? `Fix ${fields.length} fields. ${first}` : first;
}
