/** One line of a list that opens: chosen by check mark, reached by tint. */
export const optionLook =
  'group flex min-h-8 items-center gap-2 rounded-control px-2 py-1 text-body outline-none cursor-default select-none max-sm:min-h-10 ' +
  'data-focused:bg-ink/8 data-disabled:text-ink-3 forced-colors:data-focused:outline-2';
