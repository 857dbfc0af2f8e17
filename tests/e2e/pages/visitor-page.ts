import { expect, type Locator, type Page } from '@playwright/test';

export type Score = 'Very bad' | 'Bad' | 'Okay' | 'Good' | 'Very good';

/** The widget as a visitor uses it, on whatever page it stands. */
export class VisitorPage {
  readonly page: Page;
  readonly server: string;
  readonly launcher: Locator;
  readonly panel: Locator;
  readonly log: Locator;
  readonly composer: Locator;
  readonly send: Locator;

  constructor(page: Page, server: string) {
    this.page = page;
    this.server = server;
    const widget = page.locator('parlor-chat');
    this.launcher = widget.getByRole('button', { name: /^(Open chat|Close chat|Leave a message)/ }).last();
    this.panel = widget.getByRole('dialog');
    this.log = this.panel.getByRole('log');
    this.composer = this.panel.getByRole('textbox', { name: 'Write a message' });
    this.send = this.panel.getByRole('button', { name: 'Send message' });
  }

  /** Opens a page of the demo shop. */
  async visit(path = '/demo/'): Promise<void> {
    await this.page.goto(this.server + path);
    await expect(this.launcher).toBeVisible();
  }

  /** Opens the panel and goes on to the conversation, past the home screen if there is one. */
  async openChat(): Promise<void> {
    await this.launcher.click();
    await expect(this.panel).toBeVisible();
    const enter = this.panel.getByRole('button', { name: /^(Chat with us|Continue)/ });
    await expect(this.composer.or(enter).first()).toBeVisible();
    if (!(await this.composer.isVisible())) await enter.first().click();
    await expect(this.composer).toBeVisible();
  }

  async write(text: string): Promise<void> {
    await this.composer.pressSequentially(text);
  }

  /** Sends a message and waits until it stands on the screen. */
  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
    await expect(this.message(text)).toBeVisible();
  }

  /** The same, and waits until the server has it. */
  async sayAndWait(text: string): Promise<void> {
    await this.say(text);
    await expect(this.message(text)).toHaveClass(/(^| )sent( |$)/);
  }

  message(text: string): Locator {
    return this.log.getByRole('article').filter({ hasText: text });
  }

  /** Opens the menu of an own message and takes one of its items. */
  async change(text: string, ...items: readonly string[]): Promise<void> {
    await this.message(text).hover();
    await this.message(text).getByRole('button', { name: 'Message options' }).click();
    for (const name of items) await this.panel.getByRole('menuitem', { name, exact: true }).click();
  }

  async edit(text: string, better: string): Promise<void> {
    await this.change(text, 'Edit');
    const editor = this.panel.getByRole('textbox', { name: 'Edit your message' });
    await editor.fill(better);
    await editor.press('Enter');
    await expect(this.message(better)).toContainText('Edited');
  }

  line(text: string | RegExp): Locator {
    return this.panel.getByText(text);
  }

  typingOf(name: string): Locator {
    return this.panel.getByText(new RegExp(`${name}.* is typing`)).first();
  }

  /** The texts of all messages, in the order of the screen, without the words that say who wrote them. */
  transcript(): Promise<string[]> {
    return this.log
      .locator('article .bubble')
      .evaluateAll((bubbles) =>
        bubbles.map((bubble) =>
          [...bubble.children].map((part) => (part.matches('.hidden, .edited') ? '' : part.textContent)).join(''),
        ),
      );
  }

  async rate(score: Score, comment?: string, reasons: readonly string[] = []): Promise<void> {
    await this.panel.getByRole('radio', { name: score, exact: true }).check({ force: true });
    for (const name of reasons) await this.panel.getByRole('button', { name, exact: true }).click();
    if (comment) await this.panel.getByRole('textbox', { name: /Anything else/ }).fill(comment);
    await this.panel.getByRole('button', { name: 'Send rating' }).click();
    await expect(this.panel.getByText(/^Thanks for your rating/)).toBeVisible();
  }

  /** Every character that the widget has on the page, hidden ones included. */
  everything(): Promise<string> {
    return this.page.locator('parlor-chat').evaluate((host) => host.shadowRoot?.textContent ?? '');
  }
}
