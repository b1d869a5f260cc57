type ErrorClass<E extends Error> = abstract new (...parts: never[]) => E;

/** Returns the error of the expected class that a function throws; fails the test otherwise. */
export function refusalOf<E extends Error>(expected: ErrorClass<E>, act: () => unknown): E {
  try {
    act();
  } catch (error) {
    if (error instanceof expected) return error;
    throw error;
  }
  throw new Error(`Nothing was refused; ${expected.name} was expected.`);
}

/** The same for an asynchronous function. */
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
