import {
  type ComponentType,
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useLocation } from 'react-router-dom';

const SavedContext = createContext<() => void>(() => undefined);

/** For the form itself: says that what it holds is saved. */
export const useMarkSaved = (): (() => void) => useContext(SavedContext);

/**
 * The place of a form, which is new each time somebody goes there. While the page after a form is still loading React
 * leaves the form in place, and takes whoever goes back in that time for never having left: they would find the form
 * filled in, under the id of what was saved. So a saved form is made anew with the next change of the address.
 */
export function FormPage({ form: Form }: { form: ComponentType }) {
  const { key, pathname, search } = useLocation();
  // Addresses that are typed have no key of their own.
  const way = `${key} ${pathname}${search}`;
  const [turn, setTurn] = useState(0);
  const isSaved = useRef(false);
  const markSaved = useCallback(() => {
    isSaved.current = true;
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another way to the form, another form.
  useEffect(() => {
    isSaved.current = false;
  }, [way]);
  useEffect(() => {
    const renew = () => {
      if (isSaved.current) setTurn((turns) => turns + 1);
      isSaved.current = false;
    };
    window.addEventListener('hashchange', renew);
    return () => window.removeEventListener('hashchange', renew);
  }, []);
  return (
    <SavedContext value={markSaved}>
      <Form key={`${way} ${turn}`} />
    </SavedContext>
  );
}
