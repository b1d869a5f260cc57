import type { Path } from '../../service/commands/refused-part';

/**
 * Where in the typed input of a command a refusal stands, for the form that the input came from.
 *
 * @param place where it stands in the command's own input
 * @param typed the input as it was typed; a step that it does not have, such as the terms of details, is left out
 */
export function typedPlace(place: Path, typed: unknown): Path {
  const [step, ...rest] = place;
  if (step === undefined) return [];
  // People type the first and last day of a window, an amount or a tier in one field, and the currency of all prices once.
  if (step === 'window' && has(typed, 'firstDay'))
    return [rest[0] === 'endsOn' ? 'lastDay' : 'firstDay'];
  // The languages held back have a field of their own.
  if (step === 'languages' && has(typed, 'heldBack'))
    return [rest[0] === 'heldBack' ? 'heldBack' : 'languages'];
  if (step === 'prices' && rest[2] === 'currency' && has(typed, 'currency')) return ['currency'];
  if ((step === 'amount' || step === 'tier') && has(typed, 'price')) return ['price'];
  return has(typed, step)
    ? [step, ...typedPlace(rest, Reflect.get(typed, step))]
    : typedPlace(rest, typed);
}

function has(value: unknown, step: string | number): value is object {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step);
}
