/** Sign-in of both frames: which tokens they get, whether the person is "signed out", and the question to sign in. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { readIdentity } from './endpoints.ts';
import { answerNestedAppAuth } from './nested-app-auth.ts';
import type { SignInState } from './nested-app-auth.ts';

interface SignIn {
  readonly state: SignInState;
  readonly setState: (state: SignInState) => void;
  readonly isAsking: boolean;
  /** The person's answer to the sign-in window. */
  readonly answer: (signedIn: boolean) => void;
  /** Answers one bridge message of either frame; keeps its identity over renders. */
  readonly answerAuth: (message: string) => Promise<string | undefined>;
}

export function useSignIn(persona: string | undefined): SignIn {
  const [state, setState] = useState<SignInState>('none');
  const [isAsking, setIsAsking] = useState(false);
  const latest = useRef({ persona, state });
  // Both frames may ask at once: one window answers them all.
  const waiting = useRef<((signedIn: boolean) => void)[]>([]);

  useEffect(() => {
    latest.current = { persona, state };
  });

  const answer = useCallback((signedIn: boolean) => {
    for (const resolve of waiting.current.splice(0)) resolve(signedIn);
    setIsAsking(false);
    if (signedIn) setState('none');
  }, []);

  const answerAuth = useCallback(
    (message: string) =>
      answerNestedAppAuth(message, {
        signIn: () => latest.current.state,
        readIdentity: () => readIdentity(latest.current.persona ?? ''),
        askToSignIn: () =>
          new Promise<boolean>((resolve) => {
            waiting.current.push(resolve);
            setIsAsking(true);
          }),
      }),
    [],
  );

  return { state, setState, isAsking, answer, answerAuth };
}
