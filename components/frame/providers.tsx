"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Toasts } from "@/components/ui/toast";
import { queryClient } from "@/lib/client/cache";

export function Providers({ children }: { children: ReactNode }) {
	const [client] = useState(queryClient);
	return (
		<QueryClientProvider client={client}>
			{children}
			<Toasts />
		</QueryClientProvider>
	);
}
