package dev.rewarddesk.supabase;

/** A connection to one workspace. */
public final class SupabaseClient {}
