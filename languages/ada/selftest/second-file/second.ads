package Second is

   function Text return String;

end Second;
