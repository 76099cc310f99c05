/** The page of last resort: the saved page is gone from the device and there is no network. */
import { isWhole, plan, scope } from './plan';
import { savedText } from './text-edition';

const html = (lang: string, text: string) => `<p lang="${lang}">${text}</p>`;

/** The other language's page where it is whole, else two sentences. */
export async function lastResort(): Promise<Response> {
  for (const file of plan.text.filter(({ url }) => url.endsWith('.html'))) {
    const saved = await savedText(file);
    // A page names its files relative to its own folder, so its address must be its own.
    if (saved && (await isWhole(saved, file))) {
      return Response.redirect(new URL(file.url.replace(/index\.html$/, ''), scope));
    }
  }
  const words = [
    html('en', 'Switchyard: this page is no longer saved on this device. Connect and reload it.'),
    html(
      'uk',
      'Switchyard: цю сторінку вже не збережено на пристрої. Підключіться до мережі й оновіть її.',
    ),
  ];
  return new Response(
    `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Switchyard</title>${words.join('')}</html>`,
    {
      headers: { 'content-type': 'text/html; charset=utf-8' },
    },
  );
}
