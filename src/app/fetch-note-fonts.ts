import regularUrl from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import semiboldUrl from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
import boldUrl from '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf?url';
import type { NoteFonts } from '../exchange/pdf/note-fonts';

/** The fonts of the note's page: files of the app itself, there without a network as well. Rejects where one is not to be had. */
export async function fetchNoteFonts(): Promise<NoteFonts> {
  const [regular, semibold, bold] = await Promise.all([fontAt(regularUrl), fontAt(semiboldUrl), fontAt(boldUrl)]);
  return { regular, semibold, bold };
}

async function fontAt(url: string): Promise<Uint8Array> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${String(answer.status)}`);
  return new Uint8Array(await answer.arrayBuffer());
}
