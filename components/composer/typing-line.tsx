"use client";
import { useUser } from "@/lib/client/rooms";
import { useTyping } from "@/lib/client/typing";

const NAMED = 3;

/** Who types, and how sending works; its height is there whether or not it has anything to say. */
export function TypingLine({ roomId, quiet }: { roomId: string; quiet: boolean }) {
	const people = useTyping(roomId);
	return (
		<div className="flex h-7 shrink-0 items-center justify-between gap-4 px-10 text-xs text-faint max-md:px-6">
			<p role="status" className="cut">
				{people.length > NAMED && "Several people are typing…"}
				{people.length > 0 && people.length <= NAMED && (
					<>
						{people.map((id, index) => (
							<span key={id}>
								{index > 0 && (index === people.length - 1 ? " and " : ", ")}
								<Name id={id} />
							</span>
						))}
						{people.length === 1 ? " is typing…" : " are typing…"}
					</>
				)}
			</p>
			{!quiet && (
				<p aria-hidden className="shrink-0 max-md:hidden pointer-coarse:hidden">
					<b className="font-semibold">Enter</b> sends, <b className="font-semibold">Shift Enter</b> breaks the line
				</p>
			)}
		</div>
	);
}

function Name({ id }: { id: string }) {
	const { data } = useUser(id);
	return <bdi className="font-semibold">{data?.name ?? "Somebody"}</bdi>;
}
