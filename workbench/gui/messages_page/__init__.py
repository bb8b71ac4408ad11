"""留言: what citizens wrote, whether it was answered in time, and the figures notices print."""
