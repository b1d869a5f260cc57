/**
 * Classes that are one in the whole process: those of the language, of the browser, and of libraries that the same module
 * makes and catches. A class of ours is not: a build holds several copies of its module, and `instanceof` is false between
 * them.
 */
const SHARED = [
  ...['Date', 'Error', 'RangeError', 'SyntaxError', 'TypeError', 'URIError'],
  ...['Element', 'HTMLElement'],
  ...['HTTPException', 'RateLimiterRes'],
];

/** For `no-restricted-syntax`: no class of ours decides anything where thrower and catcher may be of different bundles. */
export const NO_OWN_INSTANCEOF = {
  selector: `BinaryExpression[operator="instanceof"] > Identifier.right:not(Identifier[name=/^(${SHARED.join('|')})$/])`,
  message:
    'Ask hasCode, isDomainError or another mark of src/domain/errors.ts: a build holds several copies of this class.',
};

/** Where it applies, and where it does not: the core is whole within each bundle. */
export const BUNDLED = {
  files: ['app/**/*.{ts,tsx}', 'src/**/*.ts'],
  ignores: ['src/domain/**', 'src/service/**'],
};
