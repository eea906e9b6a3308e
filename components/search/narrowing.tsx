"use client";
import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useTranslations } from "use-intl";
import { PlaceLink, roomPath } from "@/components/frame/navigation";
import { RoomIcon } from "@/components/rooms/room-icon";
import { classNames } from "@/components/ui/class-names";
import { foldName } from "@/lib/shared/fold-name";
import type { SearchCounts, SearchedRoom } from "@/lib/shared/schemas/search";
import { haves } from "@/lib/shared/search-words";
import { type Filter, type Typed, withFilter } from "./typed";

type Props = { typed: Typed; counts: SearchCounts | undefined; onChoose: (typed: Typed) => void };

/** By what one can narrow down what was found, and how much would be left. */
export function Narrowing({ typed, counts, onChoose }: Props) {
	const t = useTranslations("search");
	const { filters } = typed;
	const day = filters.find(({ name }) => name === "on")?.value ?? "";
	const inFilter = filters.find(({ name }) => name === "in");
	const here = counts?.rooms.find(({ room }) => inFilter && isMeant(inFilter, room))?.room;
	const without = (unwanted: (filter: Filter) => boolean) => filters.filter((filter) => !unwanted(filter));
	const choose = (next: Filter[]) => onChoose({ ...typed, filters: next });
	return (
		<div className="grid gap-5 text-ui">
			<Where
				counts={counts}
				chosen={inFilter}
				onChoose={(value) => {
					const others = without(({ name }) => name === "in");
					choose(value === undefined ? others : [...others, { name: "in", value }]);
				}}
			/>
			<Group title={t("has.title")}>
				{haves.map((has) => {
					const isOn = filters.some(({ name, value }) => name === "has" && value === has);
					const filter: Filter = { name: "has", value: has };
					return (
						<Row
							key={has}
							type="checkbox"
							checked={isOn}
							count={counts?.has[has]}
							onChoose={() =>
								choose(
									isOn ? without(({ name, value }) => name === "has" && value === has) : withFilter(filters, filter),
								)
							}
						>
							{t(`has.${has}`)}
						</Row>
					);
				})}
			</Group>
			<Group title={t("day.title")}>
				<input
					type="date"
					aria-label={t("day.label")}
					value={day}
					onChange={({ target }) => {
						const others = without(({ name }) => name === "on");
						choose(target.value === "" ? others : withFilter(others, { name: "on", value: target.value }));
					}}
					className="field h-(--control-height) pointer-coarse:h-11"
				/>
				{day !== "" && here && (
					<PlaceLink
						href={`${roomPath(here.id)}?day=${day}`}
						className="mt-2 block rounded-xs text-sm font-medium text-link underline-offset-3 wrap-anywhere hover:underline"
					>
						{t("day.open", { room: here.displayName })}
					</PlaceLink>
				)}
			</Group>
		</div>
	);
}

type WhereProps = {
	counts: SearchCounts | undefined;
	chosen: Filter | undefined;
	onChoose: (value: string | undefined) => void;
};

function Where({ counts, chosen, onChoose }: WhereProps) {
	const t = useTranslations("search");
	const group = useId();
	const rooms = counts?.rooms ?? [];
	return (
		<Group title={t("where.title")}>
			<Row type="radio" name={group} checked={!chosen} count={counts?.everywhere} onChoose={() => onChoose(undefined)}>
				{t("where.everywhere")}
			</Row>
			{chosen && !rooms.some(({ room }) => isMeant(chosen, room)) && (
				<Row type="radio" name={group} checked count={0} onChoose={() => {}}>
					<bdi className="cut">{chosen.value}</bdi>
				</Row>
			)}
			{rooms.map(({ room, count }) => (
				<Row
					key={room.id}
					type="radio"
					name={group}
					checked={chosen !== undefined && isMeant(chosen, room)}
					count={count}
					onChoose={() => onChoose(room.kind === "public" ? (room.name ?? room.id) : room.id)}
				>
					{room.kind !== "direct" && <RoomIcon room={room} size={14} className="-me-1.5 text-muted" />}
					<bdi title={room.displayName} className="cut">
						{room.displayName}
					</bdi>
				</Row>
			))}
		</Group>
	);
}

function Group({ title, children }: { title: string; children: ReactNode }) {
	return (
		<fieldset className="min-w-0">
			<legend className="mb-1 font-semibold">{title}</legend>
			{children}
		</fieldset>
	);
}

type RowProps = {
	type: "radio" | "checkbox";
	name?: string;
	checked: boolean;
	count: number | undefined;
	onChoose: () => void;
	children: ReactNode;
};

const looks = {
	radio: "rounded-full checked:ring-[5px]",
	checkbox: "rounded-xs checked:bg-accent",
};

function Row({ count, onChoose, children, ...input }: RowProps) {
	return (
		<label className="relative flex h-7.5 cursor-pointer items-center gap-2.5 text-muted hover:text-text has-checked:text-text pointer-coarse:h-11">
			<input
				{...input}
				onChange={onChoose}
				className={classNames(
					"peer size-4 shrink-0 cursor-pointer appearance-none ring-[1.5px] ring-border-field ring-inset checked:ring-accent",
					looks[input.type],
				)}
			/>
			{input.type === "checkbox" && (
				<Check
					size={12}
					strokeWidth={3}
					aria-hidden
					className="pointer-events-none absolute start-0.5 hidden text-on-accent peer-checked:block"
				/>
			)}
			{children}
			<span className="ms-auto shrink-0 ps-2 text-xs text-faint tabular-nums">{count}</span>
		</label>
	);
}

function isMeant({ value }: Filter, { id, name }: SearchedRoom): boolean {
	return value === id || (name !== null && foldName(value.replace(/^#/, "")) === foldName(name));
}
