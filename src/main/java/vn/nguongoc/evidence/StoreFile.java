package vn.nguongoc.evidence;

import vn.nguongoc.shared.OrganisationId;

/** Keep a file for an organisation. No event comes of it: sent again, the same file is the same file. */
public record StoreFile(OrganisationId organisation) {}
