import { useSyncExternalStore } from "react";

/** State that is not an answer of the server (so not in TanStack Query's cache) and that several components show. */
export type Store<State> = {
	get: () => State;
	set: (change: (state: State) => State) => void;
	subscribe: (listener: () => void) => () => void;
};

export function createStore<State>(initial: State): Store<State> {
	const listeners = new Set<() => void>();
	let state = initial;
	return {
		get: () => state,
		set(change) {
			const next = change(state);
			if (Object.is(next, state)) return;
			state = next;
			for (const listener of listeners) listener();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}

/** `select` must give the same object while the state is the same. */
export function useStore<State, Part>(store: Store<State>, select: (state: State) => Part): Part {
	const read = () => select(store.get());
	return useSyncExternalStore(store.subscribe, read, read);
}
