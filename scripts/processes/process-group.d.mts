/** Ends what this process has started, in the opposite order. */
export function stopEveryProcessGroup(how?: { readonly graceMs?: number }): Promise<void>;

/** For an `exit` listener, when nothing asynchronous can happen any more. */
export function partFromEveryProcessGroup(): void;
