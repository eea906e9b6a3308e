"use client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type AbstractIntlMessages, IntlProvider } from "use-intl";
import type { Language } from "@/lib/shared/languages";

/** Without one use-intl complains in the server's log. Times that people see come from `use-times`. */
const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

const Outer = createContext<AbstractIntlMessages>({});

type Props = { language: Language; messages: AbstractIntlMessages; children: ReactNode };

/** Gives what is below the words of some areas, besides those that it has from above: a page loads only the words that it shows. */
export function Words({ language, messages, children }: Props) {
	const outer = useContext(Outer);
	const all = useMemo(() => ({ ...outer, ...messages }), [outer, messages]);
	return (
		<Outer value={all}>
			<IntlProvider locale={language} messages={all} timeZone={timeZone}>
				{children}
			</IntlProvider>
		</Outer>
	);
}
