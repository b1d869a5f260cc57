/** The IANA language subtag registry, record by record (RFC 5646, 3.1). */
declare module 'language-subtag-registry/data/json/registry.json' {
  interface RegisteredTag {
    readonly Type: string;
    /** A subtag, or a private-use range: `qaa..qtz`. */
    readonly Subtag?: string;
    /** A whole tag, instead of a subtag. */
    readonly Tag?: string;
    readonly Prefix?: readonly string[];
    readonly Deprecated?: string;
    readonly 'Preferred-Value'?: string;
  }
  const registry: readonly RegisteredTag[];
  export default registry;
}
