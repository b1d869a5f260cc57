/** How long one try may take, in milliseconds, before the same may be sent again. */
const DEADLINE = 15_000;

/** The answer, or `null` when the connection failed or the deadline passed: what became of it is then unknown. */
export async function withTimeout<Answer>(attempt: () => Promise<Answer>): Promise<Answer | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, DEADLINE);
  });
  try {
    return await Promise.race([attempt(), deadline]);
  } catch (error) {
    console.error(error);
    return null;
  } finally {
    clearTimeout(timer);
  }
}
