import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from '../../../src/adapters/people/own-origin';

describe('an origin', () => {
  it.each([
    ['https://rights.example.test', 'https://rights.example.test', true],
    ['https://rights.example.test:443', 'https://rights.example.test', true],
    ['http://rights.example.test', 'https://rights.example.test', false],
    ['https://rights.example.test:8443', 'https://rights.example.test', false],
    ['https://other.example', 'https://rights.example.test', false],
    ['http://localhost:3000', 'https://rights.example.test', false],
    ['null', 'https://rights.example.test', false],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000', true],
    ['http://localhost:3000', 'http://127.0.0.1:3000', true],
    ['http://[::1]:3000', 'http://127.0.0.1:3000', true],
    ['http://localhost:3001', 'http://127.0.0.1:3000', false],
    ['http://other.example:3000', 'http://127.0.0.1:3000', false],
    ['http://127.0.0.1.other.example:3000', 'http://127.0.0.1:3000', false],
  ])('%s of an installation at %s is its own: %s', (origin, url, isOwn) => {
    expect(isOwnOrigin(origin, url)).toBe(isOwn);
  });
});
