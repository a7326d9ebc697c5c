package id.pde.route;

import id.pde.route.door.DoorSecrets;
import id.pde.route.door.Drafts;
import id.pde.route.door.Fetcher;
import id.pde.route.door.FolderWatch;
import id.pde.route.door.Mailer;
import id.pde.route.door.Teller;
import id.pde.run.event.Reminders;
import id.pde.run.event.RunEvents;

/**
 * What doors to machines elsewhere need.
 *
 * @param folders of watches of folders
 * @param drafts where answers of the web are written
 * @param events runs that ended, for those who want to hear
 * @param reminders what agencies owe, for the same
 */
public record Doorway(
    DoorSecrets secrets,
    FolderWatch.Needs folders,
    Fetcher fetcher,
    Drafts drafts,
    RunEvents events,
    Reminders reminders,
    Teller teller,
    Mailer mailer) {}
