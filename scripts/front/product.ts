import { pathToFileURL } from 'node:url';
import type * as web from '../../api/web';
import { inProject } from '../bootstrap/prepare.mjs';

/** What the product gives to the server that takes its requests. */
export type Product = typeof web;

/** The product as it is compiled. */
export async function compiledProduct(): Promise<Product> {
  return (await import(pathToFileURL(inProject('dist/web.js')).href)) as Product;
}
