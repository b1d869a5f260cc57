/**
 * Resolves when this process's standard input has ended. What starts it may leave that open until the database is ready,
 * so that loading the product and preparing the database take their time together.
 */
export function inputEnded(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('end', resolve).resume();
  });
}
