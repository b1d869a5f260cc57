type ErrorClass<E extends Error> = abstract new (...parts: never[]) => E;

/** The error of the expected class that an act ends in; anything else fails the test. */
export function refusalOf<E extends Error>(expected: ErrorClass<E>, act: () => unknown): E {
  try {
    act();
  } catch (error) {
    if (error instanceof expected) return error;
    throw error;
  }
  throw new Error(`Nothing was refused; ${expected.name} was expected.`);
}

/** The same for an act that takes time. */
export async function refusalFrom<E extends Error>(
  expected: ErrorClass<E>,
  act: Promise<unknown>,
): Promise<E> {
  const outcome = await act.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  return refusalOf(expected, () => {
    if (outcome !== null) throw outcome.error;
  });
}
