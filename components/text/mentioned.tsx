"use client";
import { createContext, useContext } from "react";
import type { Message } from "@/lib/shared/schemas/message";

const Mentions = createContext<Message["mentions"] | undefined>(undefined);

export const Mentioned = Mentions.Provider;
export const useMentions = (): Message["mentions"] | undefined => useContext(Mentions);
