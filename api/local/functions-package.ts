/** The runtime values of @azure/functions, a CommonJS package whose bundle hides its names from Node's own ESM loader. */
import { createRequire } from 'node:module';
import type * as Functions from '@azure/functions';

const functions = createRequire(import.meta.url)('@azure/functions') as typeof Functions;

export const { HttpRequest, InvocationContext } = functions;
